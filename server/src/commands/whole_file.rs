//! Writes a file in one step: at every moment the old or the new text is there, whole.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use tempfile::Builder;

/// Writes a file, and the folder in which it lies.
pub(super) fn write(place: &Path, text: &str) -> io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".");
    // Permissions as of any new file; only the owner could read a temporary file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(metadata) = fs::metadata(place) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.persist(place)?;
    Ok(())
}
