// The pages work without scripts, except for following a review live. These make them comfortable.
import './times.js';
import './memo-editor.js';
import './review-reader.js';
import './confirm-delete.js';
import './connection-notice.js';
import './once.js';
