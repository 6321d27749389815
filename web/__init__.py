"""What do people click?"""
