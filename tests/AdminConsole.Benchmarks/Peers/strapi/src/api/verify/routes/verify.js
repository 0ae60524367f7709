// Needs an API token, as every route of Strapi's content API does that is not made public.
module.exports = { routes: [{ method: 'POST', path: '/verify', handler: 'verify.answer' }] };
