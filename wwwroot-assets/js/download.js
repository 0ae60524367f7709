// The text becomes a file in the browser alone: no copy of it, and no address for it, exists on the server.
export function save(fileName, text, mediaType) {
    const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // Some browsers read the blob after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
