# The commands of the project; "make help" lists them. What they need is installed by scripts/setup.

.DEFAULT_GOAL := help
.PHONY: help preview test dist setup fmt lint unit check build e2e bench bench-http bench-export bench-preview fuzz clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

preview: ## Show the site at http://127.0.0.1:3000 while you edit it
	@scripts/setup build
	@cargo leptos watch

test: ## Check everything: format, lints, docs, tests, content, release build, browser
	@scripts/setup test
	@scripts/test

dist: ## Build one program with everything inside, in dist/
	@scripts/setup build
	@scripts/dist

setup: ## Install what building and testing need, and nothing twice
	@scripts/setup test

fmt: ## Format the Rust code
	@cargo fmt --all

lint: ## Check format, clippy (server and browser) and documentation
	@scripts/setup build
	@scripts/test format clippy clippy_wasm rustdoc

unit: ## Run the unit and integration tests
	@scripts/test unit

check: ## Check the conference's files in program/ and interviews/
	@scripts/test content

build: ## Build for release and check the size of the browser's module
	@scripts/setup build
	@scripts/test build budget

e2e: ## Build for release and run the browser tests against it
	@scripts/setup test
	@scripts/test build browser

bench: ## Measure the figures of docs/figures.md
	@scripts/setup test
	@scripts/bench

bench-export: ## Measure the export beside Hugo
	@scripts/setup build
	@scripts/bench-export

bench-preview: ## Measure the preview beside Hugo's
	@scripts/setup build
	@scripts/bench-preview

bench-http: ## Measure requests a second and CPU time beside nginx
	@scripts/setup test
	@scripts/bench-http

fuzz: ## Feed any bytes to front matter, Markdown, importers and addresses (MINUTES=5 each)
	@scripts/fuzz

clean: ## Remove everything that was built
	@cargo clean
	@rm -rf end2end/node_modules end2end/test-results end2end/playwright-report
