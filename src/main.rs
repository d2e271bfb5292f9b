//! Hands the arguments to `cli` and returns its exit code.

fn main() -> std::process::ExitCode {
    hejin::cli::run(std::env::args_os())
}
