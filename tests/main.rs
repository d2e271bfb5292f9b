//! One test binary; each module proves one thing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod commonmark;
mod markdown;
