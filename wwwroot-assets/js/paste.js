/** Hands the text over and empties the field in one step. Bytes: they travel in pieces, where a long string would end the connection. */
export function take(area) {
    const bytes = new TextEncoder().encode(area.value);
    area.value = '';
    return bytes;
}
