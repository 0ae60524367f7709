// The viewer of the API's description. Its files come from the console; the key that is typed into it stays in this page.
const files = new Map();

// The page's circuit waits a minute for an answer. Before that it is told that nothing came.
const patience = 50_000;

function load(element) {
    return new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', () => {
            element.remove();
            reject(new Error(`Not loaded: ${element.src ?? element.href}`));
        });
        document.head.append(element);
    });
}

// What failed is asked for again by the next attempt.
function loadOnce(address, element) {
    if (!files.has(address)) {
        files.set(address, load(element).catch(error => {
            files.delete(address);
            throw error;
        }));
    }

    return files.get(address);
}

async function loadDescription(address) {
    const answer = await fetch(address);
    if (!answer.ok) {
        throw new Error(`Not loaded: ${address}, ${answer.status}`);
    }

    return answer.json();
}

// What the viewer shows, without what the page has already: its own landmarks, and a choice of servers where there is one.
function parts({ React }) {
    const names = ['errors', 'InfoContainer', 'AuthorizeBtnContainer', 'operations'];
    const layout = ({ getComponent }) =>
        React.createElement('div', { className: 'swagger-ui' }, names.map(name => React.createElement(getComponent(name, true), { key: name })));
    return { components: { ConsoleLayout: layout } };
}

// Some of its controls have no names, and its tables are landmarks without one.
// What is typed as the key would be checked for spelling and remembered by the browser.
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

// The viewer fills in each parameter's example. Those that may be left out would be sent as well, and no key matches them all.
function leaveOptionalEmpty({ paths }) {
    for (const { parameters = [] } of Object.values(paths).flatMap(Object.values)) {
        parameters.filter(parameter => !parameter.required).forEach(parameter => delete parameter.example);
    }
}

// In an element of its own: a former attempt may still be at work.
function build(place, spec) {
    const root = document.createElement('div');
    leaveOptionalEmpty(spec);
    place.replaceChildren(root);
    new MutationObserver(() => mend(root)).observe(root, { childList: true, subtree: true });
    return new Promise(resolve => window.SwaggerUIBundle({
        spec,
        onComplete: resolve,
        domNode: root,
        docExpansion: 'list',
        defaultModelsExpandDepth: -1,
        validatorUrl: null,
        persistAuthorization: false,
        syntaxHighlight: false,
        presets: [window.SwaggerUIBundle.presets.apis],
        plugins: [parts],
        layout: 'ConsoleLayout',
    }));
}

async function loadAndBuild(place, script, sheet, description) {
    // The viewer starts when its description is there: until then it would say that there are no operations.
    const [spec] = await Promise.all([
        loadDescription(description),
        loadOnce(script, Object.assign(document.createElement('script'), { src: script })),
        loadOnce(sheet, Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheet })),
    ]);
    await build(place, spec);
    return true;
}

/** Whether the operations are shown. */
export async function show(place, script, sheet, description) {
    const late = new Promise(resolve => setTimeout(resolve, patience, false));
    try {
        return await Promise.race([loadAndBuild(place, script, sheet, description), late]);
    } catch (error) {
        console.warn(error.message);
        return false;
    }
}
