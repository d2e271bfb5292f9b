//! Hands the arguments to `cli` and returns its exit code.

fn main() -> std::process::ExitCode {
    u8::try_from(hejin::cli::run()).unwrap_or(2).into()
}
