// Reached with an accepted token only; reads no content, so that the token's check is all that is measured.
module.exports = {
  answer(context) {
    context.body = { valid: true };
  },
};
