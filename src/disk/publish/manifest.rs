//! The manifest in a published folder: which files are ours, with the digest and length of each.
//!
//! It holds no time and no path of the machine: the same outputs make the same manifest.

use crate::disk::names::below;
use crate::memo::Digest;
use crate::span::FilePath;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Its name in the published folder.
pub const NAME: &str = ".hejin-manifest.json";
/// What the names of all our own files in the published folder begin with.
pub(super) const RESERVED: &str = ".hejin-";

const FORMAT: u32 = 1;

/// Our files by path.
pub(super) type Manifest = BTreeMap<FilePath, Claim>;

/// What a file of ours holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The digest of its bytes; none while a publishing in order is under way, when it may be the old
    /// file or the new.
    pub digest: Option<Digest>,
    /// How many bytes.
    pub length: u64,
}

/// The manifest's text: one file a line, so that two manifests can be compared.
pub(super) fn write(manifest: &Manifest) -> String {
    let mut text = String::with_capacity(100 + manifest.len() * 110);
    let _ = write!(text, "{{\n  \"format\": {FORMAT},\n  \"files\": {{");
    // In the order of the digest's bytes, as every tool for BLAKE3 prints it.
    let hex = |digest: Digest| format!("\"{:032x}\"", digest.swap_bytes());
    let mut comma = "";
    for (path, claim) in manifest {
        let path = serde_json::Value::from(&**path);
        let digest = claim.digest.map_or("null".to_owned(), hex);
        let length = claim.length;
        let _ = write!(
            text,
            "{comma}\n    {path}: {{\"digest\": {digest}, \"length\": {length}}}"
        );
        comma = ",";
    }
    text.push_str("\n  }\n}\n");
    text
}

/// The manifest in `bytes`; none if they are no manifest of this format, or claim a path that leaves
/// the folder.
pub(super) fn read(bytes: &[u8]) -> Option<Manifest> {
    #[derive(Deserialize)]
    struct Written {
        format: u32,
        files: BTreeMap<String, WrittenClaim>,
    }
    #[derive(Deserialize)]
    struct WrittenClaim {
        digest: Option<String>,
        length: u64,
    }
    let written: Written = serde_json::from_slice(bytes).ok()?;
    if written.format != FORMAT {
        return None;
    }
    let claim = |(path, claim): (String, WrittenClaim)| {
        below(&path)?;
        let digest = match claim.digest {
            None => None,
            Some(hex) => Some(Digest::from_str_radix(&hex, 16).ok()?.swap_bytes()),
        };
        let length = claim.length;
        Some((path.into(), Claim { digest, length }))
    };
    written.files.into_iter().map(claim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let claim = |digest, length| Claim { digest, length };
        let manifest = Manifest::from([
            ("a \"b\".html".into(), claim(Some(1), 2)),
            ("职能/销售.html".into(), claim(Some(u128::MAX), 0)),
            ("x".into(), claim(None, 7)),
        ]);
        assert_eq!(read(write(&manifest).as_bytes()), Some(manifest));
        assert_eq!(
            read(write(&Manifest::new()).as_bytes()),
            Some(Manifest::new())
        );
    }

    #[test]
    fn what_is_no_manifest_is_not_believed() {
        for text in [
            "",
            "{}",
            r#"{"format": 2, "files": {}}"#,
            r#"{"format": 1, "files": {"../x": {"digest": null, "length": 0}}}"#,
            r#"{"format": 1, "files": {"/etc/x": {"digest": null, "length": 0}}}"#,
            r#"{"format": 1, "files": {"a//b": {"digest": null, "length": 0}}}"#,
            r#"{"format": 1, "files": {"a": {"digest": "no", "length": 0}}}"#,
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
