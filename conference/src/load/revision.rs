//! The digest of all inputs.

use super::sources::Sources;
use crate::Revision;

/// Digests all inputs independent of their order, and the slugs that are published at the moment.
///
/// Paths and contents are preceded by their lengths, so that different inputs cannot be concatenated to the same bytes.
pub(super) fn digest<'a>(sources: &'a Sources, published: impl Iterator<Item = &'a str>) -> Revision {
    let files = sources.files.iter().map(|file| (file.path.as_str(), "file", file.digest().as_slice()));
    let assets = sources.assets.iter().map(|asset| (asset.path.as_str(), "asset", asset.digest.as_slice()));
    let published = published.map(|slug| (slug, "published", &[][..]));
    let mut inputs: Vec<_> = files.chain(assets).chain(published).collect();
    inputs.sort_unstable();
    let mut hasher = blake3::Hasher::new();
    for (path, kind, bytes) in inputs {
        for part in [path.as_bytes(), kind.as_bytes(), bytes] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    Revision(*hasher.finalize().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::digest;
    use crate::{
        Asset,
        load::{SourceFile, Sources},
        picture::Content,
    };

    fn sources(files: &[(&str, &str)]) -> Sources {
        let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
        Sources { files: files.iter().map(file).collect(), assets: Vec::new() }
    }

    #[test]
    fn the_order_of_files_does_not_matter() {
        assert_eq!(
            digest(&sources(&[("a", "1"), ("b", "2")]), [].into_iter()),
            digest(&sources(&[("b", "2"), ("a", "1")]), [].into_iter())
        );
    }

    #[test]
    fn any_difference_does() {
        let one = digest(&sources(&[("a", "1"), ("b", "2")]), [].into_iter());
        for other in [&[("a", "2"), ("b", "1")][..], &[("a", "1b2")], &[("a1", ""), ("b", "2")], &[("a", "1")], &[]] {
            assert_ne!(digest(&sources(other), [].into_iter()), one, "{other:?}");
        }
        let same = sources(&[("a", "1"), ("b", "2")]);
        assert_ne!(digest(&same, ["b"].into_iter()), one);
        let asset = Asset { path: String::from("a"), digest: [0; 32], length: 0, content: Content::File };
        let assets = Sources { files: Vec::new(), assets: vec![asset] };
        assert_ne!(digest(&assets, [].into_iter()), digest(&Sources::default(), [].into_iter()));
    }
}
