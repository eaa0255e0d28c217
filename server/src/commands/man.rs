//! `serverlessconf man`: the whole manual on one page, so that it can be read and packaged without a folder of files.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use clap::Command;
use clap_mangen::Man;

/// The manual of a program: its purpose, then every command with its options and examples.
pub(super) fn page(program: Command) -> io::Result<Vec<u8>> {
    let mut program = program.name("serverlessconf").disable_help_subcommand(true);
    // Gives commands their full names.
    program.build();
    let man = Man::new(program.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend_from_slice(examples(&program).as_bytes());
    page.extend_from_slice(b".SH COMMANDS\n");
    for command in program.get_subcommands() {
        add(command, &mut page)?;
    }
    page.extend_from_slice(environment(&program).as_bytes());
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// Adds a command and its subcommands.
fn add(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    if command.is_hide_set() {
        return Ok(());
    }
    let man = Man::new(command.clone());
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    page.extend_from_slice(format!(".SS \"{name}\"\n").as_bytes());
    page.extend(below_heading(|page| man.render_description_section(page))?);
    page.extend_from_slice(b".PP\n");
    page.extend(below_heading(|page| man.render_synopsis_section(page))?);
    // A command with subcommands, such as `new`, has no option but help. The options of its subcommands follow.
    if !command.has_subcommands() {
        page.extend(below_heading(|page| man.render_options_section(page))?);
    }
    page.extend_from_slice(examples(command).as_bytes());
    command.get_subcommands().try_for_each(|command| add(command, page))
}

/// A section without the heading of a section of its own.
fn below_heading(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut section = Vec::new();
    render(&mut section)?;
    let lines = section.split_inclusive(|byte| *byte == b'\n');
    Ok(lines.filter(|line| !line.starts_with(b".SH ")).flatten().copied().collect())
}

/// The examples of a command, line by line.
fn examples(command: &Command) -> String {
    let Some(text) = command.get_after_help() else { return String::new() };
    // roff would read a backslash anywhere, and a full stop or an apostrophe at the beginning of a line, as a command.
    let line = |line: &str| format!("\\&{}\n", line.replace('\\', "\\e").replace('-', "\\-"));
    let lines: String = text.to_string().lines().map(line).collect();
    format!(".PP\n.nf\n{lines}.fi\n")
}

/// The environment variables of options, each once: that of the content folder belongs to two options.
fn environment(program: &Command) -> String {
    fn collect(command: &Command, variables: &mut BTreeMap<String, BTreeSet<String>>) {
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            if let (Some(variable), Some(option)) = (arg.get_env(), arg.get_long()) {
                let options = variables.entry(variable.to_string_lossy().into_owned()).or_default();
                options.insert(format!("\\fB\\-\\-{}\\fR", option.replace('-', "\\-")));
            }
        }
        command.get_subcommands().for_each(|command| collect(command, variables));
    }
    let mut variables = BTreeMap::new();
    collect(program, &mut variables);
    let mut page = String::from(".SH ENVIRONMENT\n");
    for (variable, options) in variables {
        let options: Vec<_> = options.into_iter().collect();
        page += &format!(".TP\n\\fB{variable}\\fR\nThe same as {}.\n", options.join(" or "));
    }
    page
}
