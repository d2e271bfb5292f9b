//! What differs between operating systems: modes, inodes, exchange of folders, opening without escape.
//!
//! Elsewhere than on Unix every file counts as perhaps changed, and nothing is exchanged.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Permissions of a published file, whatever the builder's umask.
pub(super) const FILE: u32 = 0o644;
/// Permissions of a published folder.
pub(super) const FOLDER: u32 = 0o755;
/// Permissions of a folder that only its owner looks into.
pub(super) const PRIVATE: u32 = 0o700;

/// What the file system says about a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Bytes in it.
    pub length: u64,
    /// When its bytes were last set, which a user may set back.
    pub modified: SystemTime,
    /// When anything about it last changed, in seconds and nanoseconds; nobody can set it back.
    pub changed: (i64, i64),
    /// Permission bits.
    pub mode: u32,
    /// Device and inode: the file's identity, whatever its names; none where there is no such thing.
    pub inode: Option<(u64, u64)>,
}

impl Stamp {
    /// What `metadata` says.
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        Stamp {
            length: metadata.len(),
            modified: metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            mode: metadata.mode() & 0o7777,
            inode: Some((metadata.dev(), metadata.ino())),
        }
    }

    /// What `metadata` says.
    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        Stamp {
            length: metadata.len(),
            modified: metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH),
            changed: (i64::MAX, 0),
            mode: if metadata.is_dir() { FOLDER } else { FILE },
            inode: None,
        }
    }
}

/// Sets the permissions of an open file. On Unix this also renews the time of its last change.
#[cfg(unix)]
pub(super) fn permit(file: &File, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(mode))
}

/// Sets the permissions of an open file, where there are any.
#[cfg(not(unix))]
pub(super) fn permit(_: &File, _: u32) -> io::Result<()> {
    Ok(())
}

/// Sets the permissions of the folder or file at `path`.
#[cfg(unix)]
pub(super) fn permit_at(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

/// Sets the permissions of the folder or file at `path`, where there are any.
#[cfg(not(unix))]
pub(super) fn permit_at(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// Takes away the access list that a new folder inherited, so that nothing made in it inherits one.
pub(super) fn disinherit(folder: &Path) {
    #[cfg(target_os = "linux")]
    for list in ["system.posix_acl_default", "system.posix_acl_access"] {
        // Most folders have none, and many file systems know none: both are as wanted.
        let _ = rustix::fs::removexattr(folder, list);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
}

/// Whether links that lead to each other were the reason.
pub(super) fn is_loop(error: &io::Error) -> bool {
    #[cfg(unix)]
    let code = Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    let code = None;
    code.is_some() && error.raw_os_error() == code
}

/// Lets two folders change places in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Lets two folders change places in one step, which this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Makes everything that was written below `folder` outlast a loss of power: once for all files, since
/// once for each would cost more than writing them.
pub(super) fn settle(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?)?;
    settle_names(folder)
}

/// Makes the names in `folder` outlast a loss of power.
pub(super) fn settle_names(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Opens the file at `path` below `root`, a path without links: a part that has become a link since
/// it was looked at is not followed, and a pipe does not make us wait.
#[cfg(target_os = "linux")]
pub(super) fn open_below(root: &File, path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, ResolveFlags, openat, openat2};
    use rustix::io::Errno;
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
    let opened = openat2(root, path, flags, Mode::empty(), resolve);
    // Old kernels and old container policies do not know this call.
    let opened = match opened {
        Err(Errno::NOSYS | Errno::PERM) => {
            openat(root, path, flags | OFlags::NOFOLLOW, Mode::empty())
        }
        opened => opened,
    };
    Ok(File::from(opened?))
}

/// Opens the file at `path` below `root`.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn open_below(root: &File, path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, openat};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOFOLLOW;
    Ok(File::from(openat(root, path, flags, Mode::empty())?))
}
