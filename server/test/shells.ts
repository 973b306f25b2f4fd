import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whether a program is on this machine. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What a real fish offers at the end of a line. */
export const fishOffers = (script: string, cwd: string, line: string): readonly string[] =>
  execFileSync("fish", ["--no-config", "-c", 'source (echo $argv[1] | psub); complete -C "$argv[2]"', "--", script, line], {
    cwd,
    encoding: "utf8",
    env: withCadence(cwd),
  })
    .split("\n")
    .flatMap((offer) => offer.split("\t")[0] || []);

/** What a real zsh offers at the end of a line: it is typed into one in a terminal of its own, which notes whatever it would add. */
export function zshOffers(script: string, cwd: string, line: string): readonly string[] {
  const functions = path.join(cwd, ".functions");
  mkdirSync(functions, { recursive: true });
  writeFileSync(path.join(functions, "_cadence"), script);
  const said = execFileSync("zsh", ["-f", "-c", ZSH, "zsh", functions, line], {
    cwd,
    encoding: "utf8",
    timeout: 30_000,
    env: withCadence(cwd),
  });
  return [...said.matchAll(/OFFER <(.*?)>/g)].map(([, offer = ""]) => offer);
}

const ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; PS2=; fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell 'compadd() { if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi; typeset -a hits; builtin compadd -A hits "$@"; [[ -n $hits ]] && print -rl -- "OFFER <"$^hits">"; builtin compadd "$@" }'
zpty -w shell 'unsetopt menu_complete auto_menu; last() { print DO""NE; exit }; comppostfuncs=(last); bindkey "^I" complete-word; print RE""ADY'
while zpty -r shell said; do [[ $said == *READY* ]] && break; done
zpty -w -n shell "$2"$'\\t'
while zpty -r shell said; do print -r -- "$said"; [[ $said == *DONE* ]] && break; done
`;

/** What stands on the line of a real bash after a line was typed into it and completed. */
export async function bashCompletes(script: string, cwd: string, line: string): Promise<string> {
  writeFileSync(path.join(cwd, ".complete"), script);
  const shell = spawn("script", ["-qec", "bash --norc --noprofile -i", "/dev/null"], {
    cwd,
    env: { ...withCadence(cwd), TERM: "dumb", PS1: "> ", INPUTRC: "/dev/null", COLUMNS: "200" },
  });
  let said = "";
  shell.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  // Ctrl-A, and a word before the line that prints it instead of running it.
  shell.stdin.write(`source ./.complete; stty columns 200\n${line}\t\u0001printf 'LINE <%s>\\n' "\u0005"\nexit\n`);
  const ended = once(shell, "close");
  await ended;
  return /^LINE <(.*?)>\r?$/m.exec(said)?.[1] ?? said;
}

/** A path on which `cadence` is, because shells complete only what is there. */
function withCadence(cwd: string): NodeJS.ProcessEnv {
  const programs = path.join(cwd, ".programs");
  mkdirSync(programs, { recursive: true });
  writeFileSync(path.join(programs, "cadence"), "#!/bin/sh\n", { mode: 0o755 });
  return { ...process.env, HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd, PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}
