// Puts the prebuilt libvips of this machine's platform where the jar takes it from: fetch.mjs <folder of META-INF/native>.
// npm runs only when what is installed is not what package-lock.json asks for.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules", "@img");
const stamp = join(here, "node_modules", ".installed-lock.json");
const lock = readFileSync(join(here, "package-lock.json"), "utf8");

function install() {
  const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
  if (run.error || run.status !== 0) {
    fail(`npm ci failed in ${here}: ${run.error?.message ?? `exit ${run.status}`}`);
  }
  writeFileSync(stamp, lock);
}

function fail(reason) {
  console.error(
    `${reason}\nThe codec module takes libvips from npm. Make npm and its registry reachable, or build with ` +
      "-Dimagemill.libvips.bundle=false and point imagemill.libvips at a system libvips at run time.",
  );
  process.exit(1);
}

function copyIfNewer(from, to) {
  if (!existsSync(to) || statSync(to).size !== statSync(from).size || statSync(to).mtimeMs < statSync(from).mtimeMs) {
    copyFileSync(from, to);
  }
}

function pack(folder, target) {
  const lib = join(packages, folder, "lib");
  const library = readdirSync(lib).find((name) => /^libvips-cpp\..*(so|dylib)/.test(name));
  if (!library) {
    fail(`${lib} holds no libvips`);
  }
  const platform = basename(folder).replace("sharp-libvips-", "");
  const out = join(target, platform);
  mkdirSync(out, { recursive: true });
  copyIfNewer(join(lib, library), join(out, library.endsWith(".dylib") ? "libvips.dylib" : "libvips.so"));
  // The licences and versions of what is inside go along with it.
  copyIfNewer(join(packages, folder, "README.md"), join(out, "README.md"));
  copyIfNewer(join(packages, folder, "versions.json"), join(out, "versions.json"));
}

const target = process.argv[2];
if (!target) {
  fail("usage: fetch.mjs <folder>");
}
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  install();
}
const installed = existsSync(packages) ? readdirSync(packages).filter((name) => name.startsWith("sharp-libvips-")) : [];
if (installed.length === 0) {
  fail(`npm has no prebuilt libvips for ${process.platform}-${process.arch}`);
}
installed.forEach((folder) => pack(folder, target));
