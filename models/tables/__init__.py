"""Which rows do we keep?"""
