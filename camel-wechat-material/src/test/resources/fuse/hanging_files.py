"""A file system that shows a folder read-only, and answers no read while a file named 'hang' is in that folder.

Usage: hanging_files.py FOLDER MOUNT_POINT
"""
import errno
import os
import stat
import sys
import time

try:
    import fusepy as fuse
except ImportError:
    import fuse


class HangingFiles(fuse.Operations):

    def __init__(self, folder):
        self.folder = folder

    def getattr(self, path, handle=None):
        if path == '/':
            return {'st_mode': stat.S_IFDIR | 0o755, 'st_nlink': 2}
        try:
            size = os.stat(self.folder + path).st_size
        except OSError:
            raise fuse.FuseOSError(errno.ENOENT)
        return {'st_mode': stat.S_IFREG | 0o644, 'st_nlink': 1, 'st_size': size}

    def readdir(self, path, handle):
        return ['.', '..'] + os.listdir(self.folder)

    def read(self, path, size, offset, handle):
        while os.path.exists(self.folder + '/hang'):
            time.sleep(0.02)
        with open(self.folder + path, 'rb') as file:
            file.seek(offset)
            return file.read(size)


# direct_io: each read of a program is one of this file system's, nothing is read ahead
fuse.FUSE(HangingFiles(sys.argv[1]), sys.argv[2], foreground=True, direct_io=True, ro=True)
