import type { MarkedToken, Token } from 'marked';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { noBlocks, readBlocks } from './markdown-blocks.ts';
import { decodeEntities, readLink } from './markdown-text.ts';

const deepest = 24;

/** Text of a model as Markdown: made of elements alone, so that no markup in it is ever more than text. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const blocks = useRef(noBlocks);
  try {
    blocks.current = readBlocks(blocks.current, text);
  } catch {
    // Nested too deeply for the lexer: it stays plain text.
    return <p class="plain">{text}</p>;
  }
  const { parts, tail } = blocks.current;
  return (
    <div class="markdown">
      {parts.map((tokens, index) => (
        <Part key={index} tokens={tokens} />
      ))}
      {tail.map((token, index) => (
        <Block key={index} token={token} />
      ))}
    </div>
  );
}

// What has settled is made once, and neither laid out nor painted while it is out of sight.
function Part({ tokens }: { readonly tokens: readonly Token[] }): JSX.Element {
  return useMemo(() => <div class="part">{tokens.map((token) => renderToken(token, 0))}</div>, [tokens]);
}

function Block({ token }: { readonly token: Token }): JSX.Element {
  return useMemo(() => <>{renderToken(token, 0)}</>, [token.raw]);
}

function renderAll(tokens: readonly Token[] | undefined, depth: number): ComponentChildren {
  return tokens?.map((token) => renderToken(token, depth + 1));
}

const known = new Set(
  (
    'blockquote br checkbox code codespan def del em escape heading hr html ' +
    'image link list list_item paragraph space strong table text'
  ).split(' '),
);

function isKnown(token: Token): token is MarkedToken {
  return known.has(token.type);
}

function renderToken(token: Token, depth: number): ComponentChildren {
  if (!isKnown(token) || depth > deepest) return token.raw;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'codespan':
      return <code>{token.text}</code>;
    case 'html':
      return token.raw;
    case 'escape':
      return token.text;
    case 'checkbox':
      return <span aria-label={token.checked ? 'done' : 'to do'}>{token.checked ? '☑ ' : '☐ '}</span>;
    case 'image':
      return renderLink(
        token.href,
        token.text === '' ? token.href : `Image: ${decodeEntities(token.text)}`,
        token.raw,
      );
    case 'link':
      return renderLink(token.href, renderAll(token.tokens, depth), token.raw);
    case 'text':
      return token.tokens === undefined ? decodeEntities(token.text) : renderAll(token.tokens, depth);
    case 'heading':
      return renderHeading(token.depth, renderAll(token.tokens, depth));
    case 'table':
      return renderTable(token, depth);
    case 'list':
      return renderList(token, depth);
    case 'list_item':
      return <li>{renderAll(token.tokens, depth)}</li>;
    case 'paragraph':
      return <p>{renderAll(token.tokens, depth)}</p>;
    case 'blockquote':
      return <blockquote>{renderAll(token.tokens, depth)}</blockquote>;
    case 'strong':
      return <strong>{renderAll(token.tokens, depth)}</strong>;
    case 'em':
      return <em>{renderAll(token.tokens, depth)}</em>;
    case 'del':
      return <del>{renderAll(token.tokens, depth)}</del>;
  }
}

// A picture would be a request to wherever the text says: it is a link that nobody follows unasked.
function renderLink(href: string, children: ComponentChildren, raw: string): ComponentChildren {
  const address = readLink(href);
  if (address === undefined) return raw;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}

// The page has headings of its own: those of an answer stand below them.
function renderHeading(level: number, children: ComponentChildren): JSX.Element {
  if (level === 1) return <h4>{children}</h4>;
  return level === 2 ? <h5>{children}</h5> : <h6>{children}</h6>;
}

function renderList(list: Extract<MarkedToken, { type: 'list' }>, depth: number): JSX.Element {
  const items = list.items.map((item) => <li>{renderAll(item.tokens, depth)}</li>);
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function renderTable({ header, rows }: Extract<MarkedToken, { type: 'table' }>, depth: number): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {header.map((cell) => (
              <th scope="col">{renderAll(cell.tokens, depth)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{renderAll(cell.tokens, depth)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
