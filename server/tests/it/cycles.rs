//! Modules import in one direction: no two files of a crate need each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use syn::{Item, UseTree, visit::Visit};

use crate::site::repository;

/// A module by its path in the crate: `["page_cache", "entry"]`; the root is empty.
type Module = Vec<String>;

/// The sources of a crate.
struct Sources(BTreeMap<Module, syn::File>);

/// The paths that a file names: those of its imports, and the others.
#[derive(Default)]
struct Named(Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Named {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        flatten(&item.tree, &mut Vec::new(), &mut |path| self.0.push(path.to_vec()));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    // It names a module, and needs nothing of it.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => return syn::visit::visit_item(self, item),
        };
        let is_test = attributes.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
        });
        if !is_test {
            syn::visit::visit_item(self, item);
        }
    }
}

fn flatten(tree: &UseTree, before: &mut Vec<String>, found: &mut impl FnMut(&[String])) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, found);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, found)),
        UseTree::Name(syn::UseName { ident }) | UseTree::Rename(syn::UseRename { ident, .. }) => {
            before.push(ident.to_string());
            found(before);
            before.pop();
        }
        UseTree::Glob(_) => found(before),
    }
}

impl Sources {
    fn of(folder: &str) -> Self {
        fn collect(folder: &Path, module: &Module, found: &mut BTreeMap<Module, syn::File>) {
            for entry in fs::read_dir(folder).expect("the sources can be read") {
                let path = entry.expect("the sources can be read").path();
                let name = path.file_stem().expect("files have names").to_string_lossy().into_owned();
                let mut own = module.clone();
                if name != "lib" {
                    own.push(name.clone());
                }
                if path.is_dir() {
                    collect(&path, &own, found);
                } else if path.extension().is_some_and(|extension| extension == "rs")
                    && name != "main"
                    && name != "tests"
                {
                    let text = fs::read_to_string(&path).expect("the sources are UTF-8");
                    found.insert(
                        own,
                        syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
                    );
                }
            }
        }
        let mut found = BTreeMap::new();
        collect(&repository().join(folder), &Vec::new(), &mut found);
        Self(found)
    }

    /// The path from the root of the crate; `None` for a path of another crate.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Vec<String>> {
        let mut base = module.clone();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => (base, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while let ["super", ..] = rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            child => {
                base.push(child.to_owned());
                self.0.get(&base)?;
                rest = &path[1..];
            }
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// The module in which the item of an absolute path stands, through re-exports.
    fn home(&self, path: &[String], depth: usize) -> Option<Module> {
        let length = (0..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = (path[..length].to_vec(), &path[length..]);
        let Some(name) = rest.first().filter(|_| depth < 8) else { return Some(module) };
        let mut exported = None;
        for item in &self.0[&module].items {
            if let Item::Use(item) = item
                && !matches!(item.vis, syn::Visibility::Inherited)
            {
                flatten(&item.tree, &mut Vec::new(), &mut |path| {
                    if path.last() == Some(name) {
                        exported = Some(path.to_vec());
                    }
                });
            }
        }
        let exported = exported
            .and_then(|path| self.absolute(&module, &path))
            .filter(|path| path[..] != [&module[..], rest].concat()[..]);
        exported.map_or(Some(module), |path| self.home(&path, depth + 1))
    }

    fn imports(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let imports = |(module, file): (&Module, &syn::File)| {
            let mut named = Named::default();
            named.visit_file(file);
            let absolute = named.0.iter().filter_map(|path| self.absolute(module, path));
            let homes =
                absolute.filter_map(|path| self.home(&path, 0)).filter(|home| home != module && !home.is_empty());
            (module.clone(), homes.collect())
        };
        self.0.iter().map(imports).collect()
    }
}

/// Modules that need each other: what is left when every module is taken away that needs no other one that is left.
fn cycles(mut imports: BTreeMap<Module, BTreeSet<Module>>) -> BTreeMap<Module, BTreeSet<Module>> {
    loop {
        let free: Vec<_> =
            imports.iter().filter(|(_, needs)| needs.is_empty()).map(|(module, _)| module.clone()).collect();
        if free.is_empty() {
            return imports;
        }
        for module in free {
            imports.remove(&module);
            imports.values_mut().for_each(|needs| _ = needs.remove(&module));
        }
    }
}

#[test]
fn modules_import_in_one_direction() {
    for folder in ["app/src", "server/src"] {
        let sources = Sources::of(folder);
        let imports = sources.imports();
        assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 50, "{folder} has imports");
        let left = cycles(imports);
        let paths = left.iter().map(|(module, needs)| {
            format!(
                "{} needs {}",
                module.join("::"),
                needs.iter().map(|need| need.join("::")).collect::<Vec<_>>().join(", ")
            )
        });
        assert!(left.is_empty(), "{folder}:\n{}", paths.collect::<Vec<_>>().join("\n"));
    }
}
