"""The pages of the header's sections, one module each."""
