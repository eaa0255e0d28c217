//! The paths of all built and public files.

use std::{fs, io, path::Path};

use crate::{arguments::Build, embedded};

/// Lists the files, by their paths without a slash before them. Without a build there are none.
///
/// # Errors
/// If the folder of the build cannot be read.
pub(crate) fn built(build: &Build) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    match build.folder() {
        Some(folder) => add(&folder, "", &mut paths)?,
        None => paths.extend(embedded::site_files().map(Into::into)),
    }
    Ok(paths)
}

fn add(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        // Type declarations are for programmers.
        if name.is_empty() || name.starts_with('.') || name.ends_with(".ts") {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            add(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
