// What this browser remembers for its user: choices of view, never anything secret. A browser may refuse to keep anything.
const prefix = 'console:';

export function read(name) {
    try {
        return localStorage.getItem(prefix + name);
    } catch {
        return null;
    }
}

export function write(name, value) {
    try {
        localStorage.setItem(prefix + name, value);
    } catch {
        // Full or forbidden: the choice lasts until the page is left.
    }
}
