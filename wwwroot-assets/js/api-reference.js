// The viewer of the API's description. Its files come from the console; the key that is typed into it stays in this page.

// The page's circuit waits a minute for an answer. Before that it is told that nothing came.
const patience = 50_000;

let viewer;

// Once; what failed is asked for again by the next attempt.
function load(src) {
    return viewer ??= new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src, onload: resolve });
        script.onerror = () => {
            viewer = null;
            reject();
        };
        document.head.append(script);
    });
}

// What the viewer shows, without what the page has already: its own landmarks, and a choice of servers where there is one.
function parts({ React }) {
    const names = ['errors', 'InfoContainer', 'AuthorizeBtnContainer', 'operations'];
    const layout = ({ getComponent }) =>
        React.createElement('div', { className: 'swagger-ui' }, names.map(name => React.createElement(getComponent(name, true), { key: name })));
    return { components: { ConsoleLayout: layout } };
}

// Some of its controls have no names, others one that is not what they show, and its tables are landmarks without one.
// What is typed as the key would be checked for spelling and remembered by the browser.
const mended = {
    '.examples-select-element': { ariaLabel: 'Example' },
    '.body-param__text': { ariaLabel: 'Request body' },
    '.close-modal': { ariaLabel: 'Close' },
    '.modal-btn': { ariaLabel: null },
    '.responses-table': { role: 'table' },
    '.auth-container h6': { ariaLevel: '5' },
    '.auth-container input': { autocomplete: 'off', spellcheck: false },
};

function mend(place) {
    for (const [selector, properties] of Object.entries(mended)) {
        place.querySelectorAll(selector).forEach(element => Object.assign(element, properties));
    }

    place.querySelectorAll('[data-param-name] :is(input, select, textarea)').forEach(field => {
        field.ariaLabel = field.closest('[data-param-name]').dataset.paramName;
    });
}

async function build(place, script, description) {
    // The viewer starts when its description is there: until then it would say that there are no operations.
    const [answer] = await Promise.all([fetch(description), load(script)]);
    const spec = await answer.json();

    // Each parameter's example would be filled in. Those that may be left out would be sent as well, and no key matches them all.
    for (const { parameters = [] } of Object.values(spec.paths).flatMap(Object.values)) {
        parameters.filter(parameter => !parameter.required).forEach(parameter => delete parameter.example);
    }

    // In an element of its own: a former attempt may still be at work.
    const root = document.createElement('div');
    place.replaceChildren(root);
    new MutationObserver(() => mend(root)).observe(root, { childList: true, subtree: true });
    return new Promise(resolve => window.SwaggerUIBundle({
        spec,
        onComplete: () => resolve(true),
        domNode: root,
        defaultModelsExpandDepth: -1,
        syntaxHighlight: false,
        plugins: [parts],
        layout: 'ConsoleLayout',
    }));
}

/** Whether the operations are shown. */
export function show(place, script, description) {
    const late = new Promise(resolve => setTimeout(resolve, patience, false));
    return Promise.race([build(place, script, description), late]).catch(() => false);
}
