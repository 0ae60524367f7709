/** Empties the field. Bytes: long strings end the connection. */
export function take(area) {
    const bytes = new TextEncoder().encode(area.value);
    area.value = '';
    return bytes;
}
