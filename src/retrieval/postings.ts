const K1 = 1.2;
const B = 0.75;
const MAGIC = 0x46_4e_50_31; // "FNP1"
const HEADER = 4;
const MAX_FREQUENCY = 255;

/** One term's documents and its BM25 weight in each. */
export interface TermWeights {
  readonly documents: Uint32Array;
  readonly weights: Float64Array;
}

interface PostingsData {
  /** Hashes of the terms, ascending. */
  readonly keys: Uint32Array;
  /** Where each term's postings start; one more than there are terms. */
  readonly starts: Uint32Array;
  /** Length of each document in terms. */
  readonly lengths: Uint32Array;
  readonly documents: Uint32Array;
  /** How often the term occurs in the document, 1 to 255. */
  readonly frequencies: Uint8Array;
}

/**
 * An inverted index that ranks with BM25 (k1 1.2, b 0.75), compact enough to be stored beside the vectors and loaded
 * without parsing. Terms are kept as 32-bit hashes: with 10^5 terms about one pair collides, which no ranking notices.
 *
 * @see Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond.
 */
export class Postings {
  readonly #data: PostingsData;
  readonly #lengthNorms: Float64Array;

  private constructor(data: PostingsData) {
    this.#data = data;
    const { lengths } = data;
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
    this.#lengthNorms = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
  }

  /** @param documents The terms of each document, repeats included. */
  static build(documents: readonly (readonly string[])[]): Postings {
    const lists = new Map<number, { documents: number[]; frequencies: number[] }>();
    let size = 0;
    for (const [document, terms] of documents.entries()) {
      const frequencies = new Map<number, number>();
      for (const term of terms) {
        const key = hash(term);
        frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
      }
      for (const [key, frequency] of frequencies) {
        let list = lists.get(key);
        if (list === undefined) lists.set(key, (list = { documents: [], frequencies: [] }));
        list.documents.push(document);
        list.frequencies.push(Math.min(frequency, MAX_FREQUENCY));
        size++;
      }
    }
    const keys = Uint32Array.from(lists.keys()).toSorted();
    const data = allocate(documents.length, keys.length, size);
    data.keys.set(keys);
    data.lengths.set(documents.map((terms) => terms.length));
    let end = 0;
    for (const [index, key] of keys.entries()) {
      const list = lists.get(key)!;
      data.documents.set(list.documents, end);
      data.frequencies.set(list.frequencies, end);
      end += list.documents.length;
      data.starts[index + 1] = end;
    }
    return new Postings(data);
  }

  /** @throws {RangeError} If the bytes are not what {@link Postings.serialize} wrote. */
  static parse(bytes: Uint8Array): Postings {
    // A copy aligns the typed arrays, whatever offset the bytes were read at.
    const { buffer } = new Uint8Array(bytes);
    if (buffer.byteLength < HEADER * 4) throw new RangeError("Cannot read postings: too short");
    const [magic, documents, terms, size] = new Uint32Array(buffer, 0, HEADER);
    if (magic !== MAGIC || buffer.byteLength !== byteLength(documents!, terms!, size!)) {
      throw new RangeError("Cannot read postings: wrong header or length");
    }
    return new Postings(view(buffer, documents!, terms!, size!));
  }

  serialize(): Uint8Array {
    return new Uint8Array(this.#data.keys.buffer);
  }

  /** How many documents there are. */
  get size(): number {
    return this.#data.lengths.length;
  }

  /**
   * Scores every document for a bag of terms; a repeated term counts once.
   *
   * @returns BM25 scores by document, 0 and up.
   */
  scores(terms: Iterable<string>): Float64Array {
    const { starts, documents, frequencies } = this.#data;
    const scores = new Float64Array(this.size);
    for (const term of new Set(terms)) {
      const index = this.#find(term);
      if (index < 0) continue;
      const scale = this.#idf(index) * (K1 + 1);
      for (let posting = starts[index]!; posting < starts[index + 1]!; posting++) {
        const document = documents[posting]!;
        const frequency = frequencies[posting]!;
        scores[document]! += (scale * frequency) / (frequency + this.#lengthNorms[document]!);
      }
    }
    return scores;
  }

  /** In how many documents the term occurs. */
  documentFrequency(term: string): number {
    const index = this.#find(term);
    return index < 0 ? 0 : this.#data.starts[index + 1]! - this.#data.starts[index]!;
  }

  /** Inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)): above 0, highest for a term that never occurs. */
  idf(term: string): number {
    return idf(this.size, this.documentFrequency(term));
  }

  /** The term-document matrix by rows, with BM25 weights, without terms that occur in fewer than `least` documents. */
  *rows(least: number): Generator<TermWeights> {
    const { keys, starts, documents, frequencies } = this.#data;
    for (let index = 0; index < keys.length; index++) {
      const start = starts[index]!;
      const end = starts[index + 1]!;
      if (end - start < least) continue;
      const scale = this.#idf(index) * (K1 + 1);
      const weights = new Float64Array(end - start);
      for (let posting = start; posting < end; posting++) {
        const frequency = frequencies[posting]!;
        weights[posting - start] = (scale * frequency) / (frequency + this.#lengthNorms[documents[posting]!]!);
      }
      yield { documents: documents.subarray(start, end), weights };
    }
  }

  #idf(index: number): number {
    return idf(this.size, this.#data.starts[index + 1]! - this.#data.starts[index]!);
  }

  /** Binary search; -1 when the term does not occur. */
  #find(term: string): number {
    const { keys } = this.#data;
    const key = hash(term);
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = keys[middle]!;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function idf(documents: number, containing: number): number {
  return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
}

/** FNV-1a over UTF-16 code units, with a final avalanche so that short n-grams spread over all 32 bits. */
function hash(term: string): number {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < term.length; index++) {
    value = Math.imul(value ^ term.charCodeAt(index), 0x01_00_01_93);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return (value ^ (value >>> 16)) >>> 0;
}

function byteLength(documents: number, terms: number, size: number): number {
  return 4 * (HEADER + terms + (terms + 1) + documents + size) + size;
}

function allocate(documents: number, terms: number, size: number): PostingsData {
  const buffer = new ArrayBuffer(byteLength(documents, terms, size));
  new Uint32Array(buffer, 0, HEADER).set([MAGIC, documents, terms, size]);
  return view(buffer, documents, terms, size);
}

function view(buffer: ArrayBuffer, documents: number, terms: number, size: number): PostingsData {
  let offset = HEADER * 4;
  const take = (length: number): Uint32Array => {
    const array = new Uint32Array(buffer, offset, length);
    offset += array.byteLength;
    return array;
  };
  return {
    keys: take(terms),
    starts: take(terms + 1),
    lengths: take(documents),
    documents: take(size),
    frequencies: new Uint8Array(buffer, offset, size),
  };
}
