//! How long one card takes on one core: a title in several lines, people, event and skyline.

use cards::{Card, Likeness, Shape, Skyline};

fn main() {
    divan::main();
}

fn card(shape: Shape) -> Card {
    // As many buildings and windows as those of an item.
    let walls = (0..26).map(|x| format!("M{} 180v-{}h46v90z", x * 46, 60 + x * 4)).collect();
    let windows = (0..400).map(|x| format!("M{} {}h5v5h-5z", x % 90 * 13, 100 + x / 90 * 13)).collect();
    let phrases = [
        "失敗から",
        "学ぶAPIファースト - ",
        "正しい",
        "デザインから",
        "はじめる",
        "アーキテクチャ選定、",
        "コラボレーション",
    ];
    Card {
        shape,
        kind: "講演 · アーキテクチャ".to_owned(),
        title: phrases.map(str::to_owned).to_vec(),
        subtitle: Some("株式会社サーバー".to_owned()),
        names: "松本勇気、Allan Espinosa".to_owned(),
        likenesses: ["松", "AE"]
            .map(|text| Likeness::Initials(text.to_owned(), [[25, 66, 36], [191, 244, 201]]))
            .to_vec(),
        event: "ServerlessConf Tokyo".to_owned(),
        details: "2016年10月1日（土） 14:15–14:50 · ホール".to_owned(),
        accent: Some([194, 65, 12]),
        skyline: Some(Skyline { width: 1200, height: 180, walls, windows }),
    }
}

#[divan::bench]
fn title(bencher: divan::Bencher<'_, '_>) {
    let card = card(Shape::Title);
    bencher.bench(|| cards::png(&card, &[]).expect("set-up installs the font"));
}

#[divan::bench]
fn profile(bencher: divan::Bencher<'_, '_>) {
    let card = card(Shape::Profile);
    bencher.bench(|| cards::png(&card, &[]).expect("set-up installs the font"));
}

/// The lines alone.
#[divan::bench]
fn lines(bencher: divan::Bencher<'_, '_>) {
    let card = card(Shape::Title);
    bencher.bench(|| cards::svg(&card).expect("set-up installs the font"));
}
