-- The length comes first: a text of megabytes is not worth a walk through the expression.
create domain public.token_ciphertext as text
  constraint token_ciphertext_check check (
    octet_length(value) <= 16384
    and value ~ '^v[1-9][0-9]{0,4}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+$'
  );

comment on domain public.token_ciphertext is
  'A token as the application encrypted it: v<key version>.<iv>.<tag>.<data>, the last three base64url without padding (iv of 12 bytes, tag of 16). A token in clear does not have this form, so it cannot be stored by mistake.';
