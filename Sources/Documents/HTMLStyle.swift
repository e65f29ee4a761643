/// The style of every page: black on white, type that is easy to read, and a sheet that prints well.
let pageStyle = """
  :root { color-scheme: light; }
  body { font: 12pt/1.5 Georgia, "Times New Roman", serif; color: #111; background: #fff; margin: 0; }
  main { max-width: 46em; margin: 2em auto 4em; padding: 0 1.5em; }
  h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 0.6em; }
  h2 { font-size: 1.35em; border-bottom: 1px solid #777; margin: 2em 0 0.6em; padding-bottom: 0.15em; }
  h3 { font-size: 1.1em; margin: 1.6em 0 0.4em; }
  h1, h2, h3 { break-after: avoid; font-family: Arial, Helvetica, sans-serif; }
  p { margin: 0.55em 0; }
  ul, ol { margin: 0.5em 0; padding-left: 1.5em; }
  li { margin: 0.2em 0; }
  pre { font: 0.85em/1.4 monospace; overflow-x: auto; }
  table { border-collapse: collapse; margin: 0.8em 0; width: 100%; font-size: 0.95em; }
  th, td { text-align: left; vertical-align: top; padding: 0.3em 0.7em 0.3em 0; border-bottom: 1px solid #ccc; }
  table.facts th { width: 28%; font-weight: normal; color: #444; }
  nav { font: 0.9em/1.5 Arial, Helvetica, sans-serif; background: #f3f3f3; padding: 0.8em 1.2em; }
  nav p { font-weight: bold; margin: 0 0 0.3em; }
  nav ol { columns: 2; margin: 0; }
  a { color: #003a70; }
  .note, .remark { font: 0.86em/1.45 Arial, Helvetica, sans-serif; color: #333; }
  .remark { border-left: 3px solid #999; padding-left: 0.7em; }
  .prompt { font-weight: bold; }
  .condition { font: bold 0.95em/1.4 Arial, Helvetica, sans-serif; margin: 1em 0 0.2em; }
  .nested { border-left: 2px solid #bbb; margin-left: 0.2em; padding-left: 1em; }
  .choices { list-style: none; padding-left: 0.5em; }
  .key { display: inline-block; min-width: 1.6em; }
  .details { list-style: none; padding-left: 1em; font-size: 0.95em; }
  .annotated { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.2em; }
  .annotated > p:first-child { margin-top: 0.3em; }
  aside { font: 0.78em/1.4 Arial, Helvetica, sans-serif; color: #333; border-left: 2px solid #999;
    padding-left: 0.7em; align-self: start; }
  aside p { margin: 0.3em 0; }
  .bars th, .bars td { border: 0; }
  .bar { display: inline-block; width: 10em; height: 0.8em; border: 1px solid #333; }
  .bar span { display: block; height: 100%; background: #333; }
  figure { display: inline-block; margin: 0.5em 1.5em 0.5em 0; break-inside: avoid; }
  figure svg { width: 7em; height: 7em; }
  rect.had { fill: #222; }
  rect.may { fill: #999; }
  circle.not { fill: #777; }
  figcaption { font: 0.8em/1.3 Arial, Helvetica, sans-serif; }
  .field { border-bottom: 1px solid #333; margin: 2.2em 0 0; min-height: 1.6em; }
  .field span { font: 0.85em Arial, Helvetica, sans-serif; }
  @media (max-width: 40em) {
    .annotated { display: block; }
    nav ol { columns: 1; }
  }
  @media print {
    body { font-size: 10.5pt; }
    main { max-width: none; margin: 0; padding: 0; }
    nav { background: none; border: 1px solid #999; }
    .annotated, tr, li, .field { break-inside: avoid; }
    a { color: inherit; text-decoration: none; }
  }
  @page { margin: 18mm 16mm; }
  """

/// What a sheet to take along adds to the style: US Letter, black on white, close lines, and room to write.
let sheetStyle = """
  main { max-width: 44em; }
  /* Times has the same widths on most computers, so that what fits on a sheet fits everywhere. */
  body { color: #000; line-height: 1.4; font-family: "Times New Roman", "Liberation Serif", Times, serif; }
  h1 { font-size: 1.5em; margin: 0 0 0.3em; }
  h2 { font-size: 1.1em; margin: 0.9em 0 0.25em; border-bottom: 1px solid #000; }
  p { margin: 0.25em 0; }
  ul, ol { margin: 0.2em 0; }
  li { margin: 0.1em 0; }
  .bars { width: auto; margin: 0.2em 0; }
  .bars th { font-weight: normal; }
  .bars th, .bars td { padding: 0 1.5em 0.1em 0; }
  .choices { padding-left: 1.9em; margin: 0.4em 0 0; }
  .key { margin-left: -1.9em; min-width: 1.9em; }
  .field { border: 0; margin: 0.4em 0; display: flex; align-items: end; gap: 0.5em; }
  .field::after { content: ""; flex: 1; border-bottom: 1px solid #000; }
  .field span { font-size: 1em; }
  .note { color: #000; font-size: 0.9em; }
  .details { font-size: 0.9em; }
  .write div { border-bottom: 1px solid #555; height: 1.8em; margin-left: 1.9em; }
  .new-sheet { break-before: page; }
  @media screen { .new-sheet { border-top: 2px dashed #777; margin: 2.5em 0 1.5em; } }
  .long { columns: 2; column-gap: 2.2em; }
  .long li { break-inside: avoid; }
  @media print {
    body { font-size: 10.3pt; line-height: 1.18; }
    h1 { font-size: 1.4em; }
    h2 { break-after: avoid; margin: 0.6em 0 0.2em; }
    li { margin: 0; }
    .choices { margin: 0.3em 0 0; }
    .write div { height: 1.55em; }
    .new-sheet ~ * { font-size: 9.5pt; }
    .new-sheet ~ .choices { font-size: 9pt; }
    .full ~ * { font-size: 8.4pt; line-height: 1.12; }
    .full ~ .choices { columns: 2; column-gap: 2.2em; font-size: 7.8pt; }
    .new-sheet ~ h1 { font-size: 1.2em; }
    .new-sheet ~ h2 { font-size: 1.05em; }
  }
  @page { size: letter; margin: 9mm 14mm; }
  """
