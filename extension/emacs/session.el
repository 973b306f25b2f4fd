;;; One session of a person in Emacs: open a playbook, read what is wrong, hover over it, give a variable another name, save, leave.
;;; Settings come from the environment: SERVER, the language server's command, and FILE, the playbook.
;;; What was seen is written to standard output as one line of JSON.
;; Debian keeps packages here; with -Q nothing looks for them.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")) (add-to-list 'load-path folder))
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

;; What a person has in their own settings.
(define-derived-mode cadence-mode text-mode "Cadence")
(add-to-list 'auto-mode-alist '("\\.playbook\\.ya?ml\\'" . cadence-mode))
(add-to-list 'eglot-server-programs (list 'cadence-mode (getenv "SERVER") "--stdio"))

(defun cadence-wait (condition)
  "Wait until CONDITION answers something, for a minute at most."
  (let ((turns 0))
    (while (and (< turns 600) (not (funcall condition)))
      (accept-process-output nil 0.1)
      (setq turns (1+ turns)))))

(setq eglot-sync-connect 60 eglot-connect-timeout 60)
(find-file (getenv "FILE"))
(apply #'eglot (list (list 'cadence-mode) (cons 'transient default-directory) 'eglot-lsp-server (list (getenv "SERVER") "--stdio") "cadence-playbook"))
(cadence-wait (lambda () (flymake-diagnostics)))

(let* ((server (eglot--current-server-or-lose))
       (found (mapcar (lambda (one) (list (buffer-substring (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                                          (flymake-diagnostic-text one)))
                      (flymake-diagnostics)))
       (hover (progn (goto-char (point-min)) (search-forward "summ")
                     (plist-get (plist-get (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))))
  (goto-char (point-min))
  (search-forward "{{first_n")
  (eglot-rename "given_name")
  (save-buffer)
  (princ (json-encode (list :found (vconcat (mapcar #'vconcat found)) :hover hover :mode (symbol-name major-mode))))
  (princ "\n")
  (eglot-shutdown server))
