//! Remarks on pictures, and the pictures that are published.

use std::collections::{BTreeMap, BTreeSet};

use super::{files::Files, sources::Sources};
use crate::{
    Asset, Rendition,
    markdown::{Image, Remark},
    message,
    picture::{Content, Medium, Picture, Role},
};

/// The size above which a file is reported as a burden for everybody who clones the repository, in bytes.
const LARGE: u64 = 20_000_000;

/// The image in a file for a role; `None` if there is no such file.
pub(super) fn image(files: &Files<'_>, path: &str, role: Role) -> Option<Image> {
    let asset = *files.assets.get(path)?;
    let path = path.to_owned();
    Some(match &asset.content {
        Content::File => Image::Broken(no_image(name(asset), role)),
        Content::Image { size } => Image::File { path, size: *size, remarks: burden(asset).into_iter().collect() },
        Content::Broken(fault) => {
            Image::Broken(Remark { code: "broken-picture", message: fault.message(name(asset)), help: fault.help() })
        }
        Content::Picture(picture) => Image::Picture {
            path,
            renditions: picture.renditions(asset.digest, role),
            tint: picture.tint(),
            remarks: remarks(asset, picture, role),
        },
    })
}

/// The remark on an asset that is shown as an image but is not one.
pub(super) fn no_image(name: &str, role: Role) -> Remark {
    Remark {
        code: "broken-picture",
        message: message!("`{name}` is no image", "`{name}`は画像ではありません"),
        help: match role {
            Role::Avatar | Role::Portrait => {
                message!("give the name of a JPEG or PNG", "JPEGかPNGのファイル名を書いてください")
            }
            Role::Figure | Role::Link => {
                message!("remove the `!` to make it a link", "リンクにするなら`!`を消してください")
            }
        },
    }
}

/// The assets that pages use, and the renditions of the pictures among them.
pub(super) fn published(
    sources: &Sources,
    used: &BTreeSet<(String, Role)>,
) -> (BTreeMap<String, Asset>, BTreeMap<String, Rendition>) {
    let paths: BTreeSet<&str> = used.iter().map(|(path, _)| path.as_str()).collect();
    let assets = sources.assets.iter().filter(|asset| paths.contains(asset.path.as_str()));
    let assets: BTreeMap<_, _> = assets.map(|asset| (asset.path.clone(), asset.clone())).collect();
    let renditions = used.iter().filter_map(|(path, role)| {
        let operations = assets.get(path)?.renditions(*role)?.into_operations();
        Some(operations.map(|operation| (operation.name(), Rendition { path: path.clone(), operation })))
    });
    let renditions = renditions.flatten().collect();
    (assets, renditions)
}

fn remarks(asset: &Asset, picture: &Picture, role: Role) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let (name, Picture { width, height, .. }) = (name(asset), picture);
    // A small drawing is an icon, and a linked picture has no required size.
    let measured = match role {
        Role::Avatar | Role::Portrait => Some((*width).min(*height)),
        Role::Figure if picture.medium == Medium::Photograph => Some(*width),
        Role::Figure | Role::Link => None,
    };
    if measured.is_some_and(|measured| measured < role.least()) {
        remarks.push(Remark {
            code: "small-picture",
            message: message!(
                "`{name}` has {width} × {height} pixels, which is too small for its place",
                "`{name}`は{width}×{height}ピクセルで、使う場所に対して小さすぎます"
            ),
            help: message!(
                "{least} pixels look right, {sharp} on sharp screens; ask for a larger one",
                "{least}ピクセル、高精細な画面では{sharp}ピクセルあるときれいに見えます。大きいものを用意してください",
                least = role.least(),
                sharp = role.least() * 2
            ),
        });
    }
    remarks.extend(burden(asset));
    remarks
}

/// The remark on a very large file.
pub(super) fn burden(asset: &Asset) -> Option<Remark> {
    let name = name(asset);
    (asset.length > LARGE).then(|| Remark {
        code: "large-file",
        message: message!("`{name}` has {size} MB", "`{name}`は{size} MBあります", size = asset.length / 1_000_000),
        help: match asset.content {
            Content::Picture(_) => message!(
                "pages show a smaller rendition of it; save it with at most 20 MB, as it stays in the repository for ever",
                "ページには縮小したものが出ます。リポジトリにずっと残るので、20 MB以下で保存してください"
            ),
            _ => message!(
                "every visitor who opens it loads all of it; make it smaller, at most 20 MB",
                "開いた人は全部を読み込むことになります。20 MB以下に小さくしてください"
            ),
        },
    })
}

fn name(asset: &Asset) -> &str {
    asset.path.rsplit('/').next().unwrap_or_default()
}
