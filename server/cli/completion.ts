import type { Command, Option } from "commander";
import { ruleList } from "../core/index.ts";
import type { Shell } from "./shells.ts";

/** A word that can be typed, and what it means. */
type Word = { readonly word: string; readonly meaning: string };
type Known = {
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly (Word & { readonly takes: "nothing" | "path" | "words"; readonly choices: readonly string[] })[];
  readonly choices: readonly string[];
};

/** What may stand after a command where the command takes anything and says itself what is near to a slip. */
const NAMED: Readonly<Record<string, readonly string[]>> = { explain: ruleList.map(({ id }) => id) };

/** What a shell needs to complete our commands: made from the commands themselves, so that it never says less or more than they do. */
export function completionFor(shell: Shell, program: Command): string {
  const commands = program.createHelp().visibleCommands(program).map(knownOf);
  return { bash, zsh, fish, powershell }[shell](commands, knownOf(program).options);
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
          word ? [{ word, meaning: option.description, takes: takenBy(option), choices: option.argChoices ?? [] }] : [],
        ),
      ),
    choices: NAMED[command.name()] ?? command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
}

const takenBy = ({ flags }: Option) => (/<(?:file|folder)>/.test(flags) ? "path" : flags.includes("<") ? "words" : "nothing");

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const words = (list: readonly string[]) => list.join(" ");

type Options = Known["options"];

function bash(commands: readonly Known[], top: Options): string {
  const offer = (list: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(words(list))} -- "$cur"))`;
  const cases = commands.map(({ name, options, choices }) => {
    const values = options
      .filter(({ takes }) => takes !== "nothing")
      .map(({ word, takes, choices: list }) => {
        const offers = list.length > 0 ? offer(list) : takes === "path" ? "_cadence_files" : ":";
        return `        ${word}) ${offers}; return ;;`;
      });
    return `    ${name})
      case "$prev" in
${[...values, "        *) ;;"].join("\n")}
      esac
      if [[ $cur == -* ]]; then ${offer(options.map(({ word }) => word))}
      else ${choices.length > 0 ? offer(choices) : "_cadence_files"}; fi ;;`;
  });
  return `# Completes cadence in bash. Put into ~/.bashrc:  source <(cadence completion bash)
_cadence_files() {
  local IFS=$'\\n'
  # Names with spaces stay whole; folders get their slash. Bash before 4 has no compopt, and does without.
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$cur"))
}
_cadence() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  # Bash takes --format=json for three words.
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 && $cur == -* ]]; then ${offer(top.map(({ word }) => word))}; return; fi
  if [[ $COMP_CWORD -eq 1 ]]; then ${offer(commands.map(({ name }) => name))}; return; fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
}
complete -F _cadence cadence
`;
}

function zsh(commands: readonly Known[], top: Options): string {
  const described = (word: string, meaning: string) => quoted(`${word.replaceAll(":", "\\:")}:${meaning.replaceAll(":", "\\:")}`);
  const plain = (text: string) => text.replace(/[[\]:]/g, (sign) => `\\${sign}`);
  const specs = (options: Options) =>
    options.map(({ word, meaning, takes, choices }) => {
      const value =
        choices.length > 0 ? `:value:(${words(choices)})` : takes === "path" ? ":file:_files" : takes === "words" ? ":value: " : "";
      return quoted(`${word}${value !== "" && word.startsWith("--") ? "=" : ""}[${plain(meaning)}]${value}`);
    });
  const cases = commands.map(({ name, options, choices }) => {
    const rest = choices.length > 0 ? quoted(`*:value:(${words(choices)})`) : quoted("*:file:_files");
    return `    ${name}) _arguments ${[...specs(options), rest].join(" ")} ;;`;
  });
  return `#compdef cadence
# Completes cadence in zsh. Put into a folder of your fpath:  cadence completion zsh > _cadence
_cadence() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(${commands.map(({ name, meaning }) => described(name, meaning)).join(" ")})
    if [[ $PREFIX == -* ]]; then _arguments ${specs(top).join(" ")}; else _describe command commands; fi
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

function fish(commands: readonly Known[], top: Options): string {
  const flag = (word: string) => (word.startsWith("--") ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`);
  const option = (when: string, { word, meaning, takes, choices }: Options[number]) => {
    const value = choices.length > 0 ? ` -x -a ${fishQuoted(words(choices))}` : { path: " -r -F", words: " -x", nothing: "" }[takes];
    return `complete -c cadence -n ${fishQuoted(when)} ${flag(word)} -d ${fishQuoted(meaning)}${value}`;
  };
  const lines = commands.flatMap(({ name, meaning, options, choices }) => {
    const here = `__cadence_runs ${name}`;
    return [
      `complete -c cadence -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(meaning)}`,
      ...options.map((one) => option(here, one)),
      ...(choices.length > 0 ? [`complete -c cadence -n ${fishQuoted(here)} -f -a ${fishQuoted(words(choices))}`] : []),
    ];
  });
  return `# Completes cadence in fish:  cadence completion fish > ~/.config/fish/completions/cadence.fish
function __cadence_runs
    # The first word is the command; one of the same name behind it is a file.
    set -l typed (commandline -opc)
    test "$typed[2]" = $argv[1]
end
${[...top.map((one) => option("__fish_use_subcommand", one)), ...lines].join("\n")}
`;
}

const fishQuoted = (text: string) => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;

function powershell(commands: readonly Known[], top: Options): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const list = (all: readonly string[]) => `@(${all.map(literal).join(", ")})`;
  const table = commands.map(
    ({ name, options, choices }) => `    ${literal(name)} = ${list([...options.map(({ word }) => word), ...choices])}`,
  );
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ word, choices }) => (choices.length > 0 ? [`    ${literal(`${name} ${word}`)} = ${list(choices)}`] : [])),
  );
  return `# Completes cadence in PowerShell. Put into your $PROFILE:  cadence completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName cadence -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${table.join("\n")}
  }
  $values = @{
${values.join("\n")}
  }
  $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $before = if ($wordToComplete) { $typed.Count - 1 } else { $typed.Count }
  $offers = if ($before -gt 1) {
    $value = $values["$($typed[1]) $($typed[$before - 1])"]
    if ($value) { $value } else { $known[$typed[1]] }
  } elseif ($wordToComplete -like '-*') { ${list(top.map(({ word }) => word))} } else { $known.Keys | Sort-Object }
  $offers | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
