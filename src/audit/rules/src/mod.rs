//! Rules about files: what disks, systems and encodings make of them.

pub(crate) mod wrong_encoding;
pub(crate) mod names_collide;
pub(crate) mod name_not_portable;
pub(crate) mod name_too_long;
pub(crate) mod link_not_followed;
pub(crate) mod unreadable_file;
pub(crate) mod file_too_large;
