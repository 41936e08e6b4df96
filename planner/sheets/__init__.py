"""What a sheet says, as plain data that JSON can hold; how it looks is the business of printing/.

An issued document keeps this data, so that it can be printed again as it went out. `digest` and `reminder` make the
data; `titles` is light, so that the child process that prints need not load the database's library.
"""
