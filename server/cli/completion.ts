import type { Command, Option } from "commander";
import { ruleList } from "../core/index.ts";
import type { Shell } from "./shells.ts";

/** A word that can be typed, and what it means. */
type Word = { readonly word: string; readonly meaning: string };
type Known = {
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly (Word & { readonly choices: readonly string[] })[];
  readonly choices: readonly string[];
};

/** What may stand after a command where the command takes anything and says itself what is near to a slip. */
const NAMED: Readonly<Record<string, readonly string[]>> = { explain: ruleList.map(({ id }) => id) };

/** What a shell needs to complete our commands: made from the commands themselves, so that it never says less or more than they do. */
export function completionFor(shell: Shell, program: Command): string {
  const commands = program.commands.map(knownOf);
  return { bash, zsh, fish, powershell }[shell](commands);
}

function knownOf(command: Command): Known {
  const help = command.createHelp();
  return {
    name: command.name(),
    meaning: command.summary() || command.description(),
    options: help
      .visibleOptions(command)
      .flatMap((option: Option) =>
        [option.short, option.long].flatMap((word) =>
          word ? [{ word, meaning: option.description, choices: option.argChoices ?? [] }] : [],
        ),
      ),
    choices: NAMED[command.name()] ?? command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const words = (list: readonly string[]) => list.join(" ");

function bash(commands: readonly Known[]): string {
  const cases = commands.map(({ name, options, choices }) => {
    const values = options
      .filter((option) => option.choices.length > 0)
      .map((option) => `        ${option.word}) COMPREPLY=($(compgen -W ${quoted(words(option.choices))} -- "$cur")); return ;;`);
    return `    ${name})
      case "$prev" in
${values.join("\n")}
        *) ;;
      esac
      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W ${quoted(words(options.map(({ word }) => word)))} -- "$cur"))
      else COMPREPLY=(${choices.length > 0 ? `$(compgen -W ${quoted(words(choices))} -- "$cur")` : '$(compgen -f -- "$cur")'}); fi ;;`;
  });
  return `# Completes cadence in bash. Put into ~/.bashrc:  source <(cadence completion bash)
_cadence() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W ${quoted(words(commands.map(({ name }) => name)))} -- "$cur")); return; fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
}
complete -o filenames -F _cadence cadence
`;
}

function zsh(commands: readonly Known[]): string {
  const described = (word: string, meaning: string) => quoted(`${word.replaceAll(":", "\\:")}:${meaning.replaceAll(":", "\\:")}`);
  const plain = (text: string) => text.replace(/[[\]:]/g, (sign) => `\\${sign}`);
  const cases = commands.map(({ name, options, choices }) => {
    const specs = options.map(({ word, meaning, choices: values }) =>
      quoted(`${word}[${plain(meaning)}]${values.length > 0 ? `:value:(${words(values)})` : ""}`),
    );
    const rest = choices.length > 0 ? quoted(`*:value:(${words(choices)})`) : quoted("*:file:_files");
    return `    ${name}) _arguments ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef cadence
# Completes cadence in zsh. Put into a folder of your fpath:  cadence completion zsh > _cadence
_cadence() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(${commands.map(({ name, meaning }) => described(name, meaning)).join(" ")})
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _cadence ]]; then _cadence "$@"; else compdef _cadence cadence; fi
`;
}

function fish(commands: readonly Known[]): string {
  const lines = commands.flatMap(({ name, meaning, options, choices }) => [
    `complete -c cadence -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(meaning)}`,
    ...options.map(
      ({ word, meaning: what, choices: values }) =>
        `complete -c cadence -n '__fish_seen_subcommand_from ${name}' ${word.startsWith("--") ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`} -d ${fishQuoted(what)}${values.length > 0 ? ` -x -a ${fishQuoted(words(values))}` : ""}`,
    ),
    ...(choices.length > 0 ? [`complete -c cadence -n '__fish_seen_subcommand_from ${name}' -f -a ${fishQuoted(words(choices))}`] : []),
  ]);
  return `# Completes cadence in fish:  cadence completion fish > ~/.config/fish/completions/cadence.fish\n${lines.join("\n")}\n`;
}

const fishQuoted = (text: string) => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;

function powershell(commands: readonly Known[]): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const table = commands.map(
    ({ name, options, choices }) => `    ${literal(name)} = @(${[...options.map(({ word }) => word), ...choices].map(literal).join(", ")})`,
  );
  return `# Completes cadence in PowerShell. Put into your $PROFILE:  cadence completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName cadence -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${table.join("\n")}
  }
  $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $offers = if ($typed.Count -gt 2 -or ($typed.Count -eq 2 -and -not $wordToComplete)) { $known[$typed[1]] } else { $known.Keys | Sort-Object }
  $offers | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
