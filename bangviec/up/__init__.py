"""`bangviec up`: web, Prefect server, schedules and a mailbox on one machine, with nothing to configure."""
