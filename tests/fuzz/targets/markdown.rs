//! Feeds the law `markdown` whatever the fuzzer makes up.
#![no_main]

#[expect(dead_code, reason = "each target runs one of the laws")]
#[path = "../laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|text: &str| laws::markdown(text));
