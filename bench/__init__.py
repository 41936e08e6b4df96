"""Speed and memory as ratios against the bare minimum, measured in one run: `python -m bench`."""
