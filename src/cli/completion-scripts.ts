export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

interface CompletionOption {
  readonly short: string | null;
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** What the value may be; nothing is a file or free. */
  readonly values: readonly string[];
}

interface CompletionCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
}

/** What a shell is to complete. */
export interface Completion {
  readonly commands: readonly CompletionCommand[];
  /** What stands behind a command where that is no file. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export function completionFor(shell: Shell, completion: Completion): string {
  return writers[shell](completion);
}

const writers: Readonly<Record<Shell, (completion: Completion) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
};

const flagsOf = ({ options }: CompletionCommand): string[] => [
  ...options.flatMap(({ short, long }) => (short === null ? [long] : [short, long])),
  '--help',
];

/** The options whose values are known, each once. */
function valued({ commands }: Completion): [string, readonly string[]][] {
  return [
    ...new Map(
      commands.flatMap(({ options }) =>
        options
          .filter(({ values }) => values.length > 0)
          .map(({ long, values }) => [long, values] as const),
      ),
    ),
  ];
}

function bash(completion: Completion): string {
  const { commands, words } = completion;
  const names = [...commands.map(({ name }) => name), 'help'];
  const reply = (list: readonly string[]): string =>
    `COMPREPLY=($(compgen -W '${list.join(' ')}' -- "$cur"))`;
  return `# zxpj completion for bash
_zxpj() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  COMPREPLY=()
  if [ "$cur" = '=' ]; then cur=''; elif [ "$prev" = '=' ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case $prev in
${valued(completion)
  .map(([flag, values]) => `    ${flag}) ${reply(values)}; return ;;`)
  .join('\n')}
  esac
  case $command:$cur in
    :-*) ${reply(['--lang', '--version', '--help'])} ;;
    :*) ${reply(names)} ;;
${commands.map((command) => `    ${command.name}:-*) ${reply(flagsOf(command))} ;;`).join('\n')}
${Object.entries(words)
  .map(([name, list]) => `    ${name}:*) ${reply(list)} ;;`)
  .join('\n')}
  esac
}
complete -o bashdefault -o default -F _zxpj zxpj
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh({ commands, words }: Completion): string {
  const bracketed = (text: string): string => text.replaceAll(/[[\]:\\]/gu, '\\$&');
  const argument = (name: string): string =>
    name in words ? `'1: :(${(words[name] ?? []).join(' ')})'` : "'*: :_files'";
  const option = ({ short, long, description, takesValue, values }: CompletionOption): string[] => {
    const what = takesValue ? (values.length > 0 ? `: :(${values.join(' ')})` : ': :_files') : '';
    return [long, ...(short === null ? [] : [short])].map((flag) =>
      quoted(`*${flag}[${bracketed(description)}]${what}`),
    );
  };
  return `#compdef zxpj
# zxpj completion for zsh
_zxpj() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${bracketed(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe zxpj commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(({ name, options }) => `    ${name}) _arguments ${[...options.flatMap(option), "'--help'", argument(name)].join(' ')} ;;`).join('\n')}
    help) _describe zxpj commands ;;
  esac
}
if [ "$funcstack[1]" = _zxpj ]; then _zxpj "$@"; else compdef _zxpj zxpj; fi
`;
}

function fish({ commands, words }: Completion): string {
  const text = (words_: string): string => `'${words_.replaceAll(/['\\]/gu, '\\$&')}'`;
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c zxpj -n __fish_use_subcommand -f -a ${name} -d ${text(summary)}`,
    ...options.map(({ short, long, description, takesValue, values }) => {
      const what = takesValue
        ? values.length > 0
          ? ` -x -a ${text(values.join(' '))}`
          : ' -r -F'
        : '';
      return `complete -c zxpj -n '__fish_seen_subcommand_from ${name}'${short === null ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}${what} -d ${text(description)}`;
    }),
  ]);
  const arguments_ = Object.entries(words).map(
    ([name, list]) =>
      `complete -c zxpj -n '__fish_seen_subcommand_from ${name}' -f -a ${text(list.join(' '))}`,
  );
  return `# zxpj completion for fish\n${[...lines, ...arguments_].join('\n')}\n`;
}

/** Plain ASCII: an old PowerShell reads a profile in the system's own encoding. */
function powershell(completion: Completion): string {
  const { commands, words } = completion;
  const list = (items: readonly string[]): string =>
    `@(${items.map((item) => `'${item}'`).join(', ')})`;
  const table = (entries: readonly (readonly [string, readonly string[]])[]): string =>
    `@{\n${entries.map(([name, items]) => `    '${name}' = ${list(items)}`).join('\n')}\n  }`;
  return `# zxpj completion for PowerShell
Register-ArgumentCompleter -Native -CommandName zxpj -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = ${table(commands.map((command) => [command.name, flagsOf(command)]))}
  $values = ${table(valued(completion))}
  $words = ${table(Object.entries(words))}
  $given = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = $given | Select-Object -Skip 1 | Where-Object { $flags.ContainsKey($_) -or $_ -eq 'help' } | Select-Object -First 1
  $previous = $given | Select-Object -Last 1
  if ($values.ContainsKey($previous)) { $found = $values[$previous] }
  elseif (-not $command) { $found = ${list([...commands.map(({ name }) => name), 'help', '--help', '--lang', '--version'])} }
  elseif ($wordToComplete -like '-*') { $found = $flags[$command] }
  elseif ($words.ContainsKey($command)) { $found = $words[$command] }
  else { return }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
