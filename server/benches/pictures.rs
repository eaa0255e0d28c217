//! How long 100 photographs of 12 megapixels take: to be measured, which a page waits for once, and to be made in every
//! rendition of a figure, which happens behind it. With the most memory that was taken.

use std::{collections::BTreeMap, fs, path::Path, time::Instant};

use conference::{Rendition, load::Audience, picture::Role};
use image::{ExtendedColorType, RgbImage, codecs::jpeg::JpegEncoder};
use server::{
    content::ContentFolder,
    pictures::{Cache, Pictures},
};

const COUNT: usize = 100;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path());
    let open = || {
        let pictures = Pictures::new(Cache::open(folder.path().join("cache")));
        let start = Instant::now();
        let sources = ContentFolder::open(folder.path(), pictures.clone()).expect("it exists").read().sources;
        (pictures, sources, start.elapsed())
    };
    let (pictures, sources, measured) = open();
    let mut renditions = BTreeMap::new();
    for asset in &sources.assets {
        let operations = asset.renditions(Role::Figure).expect("it is a picture").into_operations();
        renditions
            .extend(operations.map(|operation| (operation.name(), Rendition { path: asset.path.clone(), operation })));
    }
    let start = Instant::now();
    pictures.make_all(folder.path(), &renditions);
    let made = start.elapsed();
    let (_, sources, again) = open();
    assert!(
        conference::load::load(&sources, Audience::Organizers).conference.is_some(),
        "the conference can be loaded"
    );
    println!("{COUNT} photographs of 12 megapixels");
    println!("  measured:               {:.1} s", measured.as_secs_f64());
    println!("  measured, from cache:   {:.2} s", again.as_secs_f64());
    println!("  {} renditions made:    {:.1} s", renditions.len(), made.as_secs_f64());
    println!("  most memory:            {} MB", most_memory());
}

fn generate(folder: &Path) {
    fs::create_dir_all(folder.join("program/speakers")).expect("a folder can be made");
    let event = "---\nname: Bench\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [en]\n---\n";
    fs::write(folder.join("program/event.md"), event).expect("the folder can be written");
    let mut noise = 1_u32;
    let pixels = RgbImage::from_fn(4000, 3000, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = f64::from(noise >> 28);
        let wave = |factor: f64| {
            let (x, y) = (f64::from(x), f64::from(y));
            ((x * factor * 0.011).sin() + (y * 0.007).cos()) * 55.0 + 120.0 + grain
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "10 to 245")]
        image::Rgb([1.0, 1.7, 0.6].map(|factor| wave(factor) as u8))
    });
    let mut photograph = Vec::new();
    let encoder = &mut JpegEncoder::new_with_quality(&mut photograph, 92);
    encoder.encode(&pixels, 4000, 3000, ExtendedColorType::Rgb8).expect("it can be encoded");
    for number in 0..COUNT {
        // What follows the end of an image makes it another file, and is not looked at.
        let bytes = [photograph.as_slice(), &number.to_le_bytes()].concat();
        fs::write(folder.join(format!("program/speakers/{number}.jpg")), bytes).expect("the folder can be written");
    }
}

/// In megabytes, from /proc of Linux; 0 elsewhere.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}
