// The viewer of the API's description. Its files come from the console; the key that is typed into it stays in this page.
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const themes = new MutationObserver(follow);

// The viewer knows dark by a class of its own.
function follow() {
    root.classList.toggle('dark-mode', (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark');
}

function load(element) {
    return new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        document.head.append(element);
    });
}

async function loadViewer() {
    if (!window.SwaggerUIBundle) {
        const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'swagger-ui/swagger-ui.css' });
        // Before the console's own, which fit it in.
        sheet.dataset.viewer = '';
        await Promise.all([load(sheet), load(Object.assign(document.createElement('script'), { src: 'swagger-ui/swagger-ui-bundle.js' }))]);
        document.head.prepend(sheet);
    }
}

export async function show(place, url) {
    await loadViewer();
    follow();
    themes.observe(root, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', follow);
    window.SwaggerUIBundle({
        url,
        domNode: place,
        docExpansion: 'list',
        defaultModelsExpandDepth: -1,
        validatorUrl: null,
        persistAuthorization: false,
        presets: [window.SwaggerUIBundle.presets.apis],
    });
}

export function leave() {
    themes.disconnect();
    system.removeEventListener('change', follow);
    root.classList.remove('dark-mode');
}
