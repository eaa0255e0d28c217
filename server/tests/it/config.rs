//! `serverlessconf.toml` and `--print-config`.

use std::{fs, path::Path, process::Output};

use crate::site::program;

fn print_config(folder: &Path, options: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.arg("serve").arg(folder).arg("--print-config").args(options);
    command.env_remove("LEPTOS_SITE_ADDR").envs(environment.iter().copied()).output().expect("the program runs")
}

fn folder(file: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("serverlessconf.toml"), file).expect("a file");
    folder
}

#[test]
fn the_command_line_counts_more_than_the_environment_and_that_more_than_the_file() {
    let folder = folder(
        "# Behind a proxy\naddr = \"127.0.0.1:4000\"\nmax-connections = 100\nbase-url = \"https://example.org\"\n\
         trusted-proxy = [\"10.0.0.0/8\", \"::1\"]\nlog-requests = true\nlog-format = \"json\"\n",
    );
    let output = print_config(
        folder.path(),
        &["--max-connections", "50"],
        &[("SERVERLESSCONF_BASE_URL", "https://env.example"), ("SERVERLESSCONF_MAX_CONNECTIONS", "70")],
    );
    let text = String::from_utf8(output.stdout).expect("it is text");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for line in [
        "addr = \"127.0.0.1:4000\" # ",
        "max-connections = 50 # the command line\n",
        "base-url = \"https://env.example\" # SERVERLESSCONF_BASE_URL\n",
        "trusted-proxy = [\"10.0.0.0/8\", \"::1\"] # ",
        "log-requests = true # ",
        "log-format = \"json\" # ",
        "page-cache = 64 # default\n",
        "# metrics is not set\n",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    // What is printed can be written into the file again.
    let again = self::folder(&text);
    let output = print_config(again.path(), &[], &[]);
    let text = String::from_utf8(output.stdout).expect("it is text");
    assert!(text.contains("max-connections = 50 # ") && !text.contains("the command line"), "{text}");
}

#[test]
fn every_mistake_of_the_file_is_reported_with_its_place() {
    let folder = folder(
        "max-conections = 5\nheader-timeout = 0\nlog-requests = \"yes\"\naddr = [1]\nwatch = true\nlog-format = \"xml\"\n",
    );
    let output = print_config(folder.path(), &[], &[]);
    let errors = String::from_utf8(output.stderr).expect("it is text");
    assert!(!output.status.success());
    for words in [
        "serverlessconf.toml:1:1",
        "there is no option `max-conections` in this file",
        "did you mean `max-connections`?",
        "serverlessconf.toml:2:18",
        "0 is not in 1..=3600",
        "`log-requests` is `true` or `false`",
        "`addr` takes no array",
        "there is no option `watch` in this file",
        "invalid value 'xml' for '--log-format <LOG_FORMAT>'",
    ] {
        assert!(errors.contains(words), "{words} is not in {errors}");
    }
    for (file, words) in [
        ("addr = ", "serverlessconf.toml:1:"),
        ("addr = \"x\"\naddr = \"y\"\n", "duplicate key"),
        ("[serve]\n", "no option `serve`"),
    ] {
        let output = print_config(self::folder(file).path(), &[], &[]);
        let errors = String::from_utf8(output.stderr).expect("it is text");
        assert!(!output.status.success() && errors.contains(words), "{file}: {errors}");
    }
    let output = print_config(folder.path(), &["--config", "/no/such/file.toml"], &[]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/file.toml cannot be read"));
}
