// The viewer of the API's description. Its files come from the console; the key that is typed into it stays in this page.
function load(element) {
    return new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        document.head.append(element);
    });
}

async function loadViewer() {
    if (!window.SwaggerUIBundle) {
        const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'css/viewer.css' });
        await Promise.all([load(sheet), load(Object.assign(document.createElement('script'), { src: 'swagger-ui/swagger-ui-bundle.js' }))]);
    }
}

// What the viewer shows, without what the page has already: its own landmarks, and a choice of servers where there is one.
function parts({ React }) {
    const names = ['errors', 'InfoContainer', 'AuthorizeBtnContainer', 'operations'];
    const layout = ({ getComponent }) =>
        React.createElement('div', { className: 'swagger-ui' }, names.map(name => React.createElement(getComponent(name, true), { key: name })));
    return { components: { ConsoleLayout: layout } };
}

// Some of its controls have no names, and its tables are landmarks without one; and what is typed as the key would be checked for spelling and remembered by the browser.
const missing = [
    ['.examples-select-element', 'aria-label', 'Example'],
    ['.body-param__text', 'aria-label', 'Request body'],
    ['.close-modal', 'aria-label', 'Close'],
    ['.responses-table', 'role', 'table'],
    ['.auth-container h6', 'aria-level', '5'],
    ['.auth-container input', 'autocomplete', 'off'],
    ['.auth-container input', 'spellcheck', 'false'],
];

function mend(place) {
    for (const [selector, attribute, value] of missing) {
        place.querySelectorAll(selector).forEach(element => element.setAttribute(attribute, value));
    }

    place.querySelectorAll('[data-param-name] :is(input, select, textarea)').forEach(field =>
        field.setAttribute('aria-label', field.closest('[data-param-name]').dataset.paramName));

    // Others have a name that is not the one they show.
    place.querySelectorAll('.modal-btn[aria-label]').forEach(button => button.removeAttribute('aria-label'));
}

export async function show(place, url) {
    await loadViewer();
    new MutationObserver(() => mend(place)).observe(place, { childList: true, subtree: true });
    window.SwaggerUIBundle({
        url,
        domNode: place,
        docExpansion: 'list',
        defaultModelsExpandDepth: -1,
        validatorUrl: null,
        persistAuthorization: false,
        syntaxHighlight: false,
        presets: [window.SwaggerUIBundle.presets.apis],
        plugins: [parts],
        layout: 'ConsoleLayout',
    });
}
