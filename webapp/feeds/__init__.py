"""Calendar feeds: the page on which people subscribe, and the secret addresses that their programs fetch."""
