/**
 * What a record holds under a name that somebody else chose: a segment, an asset, a variable, a rule. Asked of nothing but the record
 * itself, because to JavaScript every object has a “constructor”, and somebody's team builds houses.
 */
export const called = <V>(record: Readonly<Record<string, V>> | undefined, name: string | undefined): V | undefined =>
  record !== undefined && name !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
