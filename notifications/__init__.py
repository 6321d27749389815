"""What do we say, to whom, did it arrive?"""
