-- One session of a person in Neovim: open a playbook, read what is wrong, hover over it, take the first fix, save, leave.
-- Settings come from the environment: SERVER, the language server's command, and FILE, the playbook.
-- What was seen is written to standard output as one line of JSON.
local patience = 60000 -- milliseconds until a wait is given up as a hang
local seen = { waited = {} }

local function wait(for_what, condition)
  local came = vim.wait(patience, condition, 20)
  table.insert(seen.waited, { what = for_what, came = came })
  return came
end

vim.cmd('silent filetype on')
vim.cmd('silent edit ' .. vim.fn.fnameescape(os.getenv('FILE')))
seen.filetype = vim.bo.filetype

local client = vim.lsp.start_client({
  name = 'cadence',
  cmd = { os.getenv('SERVER'), '--stdio' },
  root_dir = vim.fn.fnamemodify(os.getenv('FILE'), ':h'),
  capabilities = vim.lsp.protocol.make_client_capabilities(),
  on_exit = function(code, signal) seen.exit = { code = code, signal = signal } end,
})
vim.lsp.buf_attach_client(0, client)

wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
seen.diagnostics = vim.tbl_map(function(found)
  return { line = found.lnum, from = found.col, to = found.end_col, severity = found.severity, source = found.source, message = found.message }
end, vim.diagnostic.get(0))

vim.diagnostic.goto_next({ float = false })
vim.lsp.buf.hover()
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end
if wait('hover', function() return floating() ~= nil end) then
  seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(floating()), 0, -1, false)
  vim.api.nvim_win_close(floating(), true)
end

-- The person at the menu takes the first entry.
vim.ui.select = function(choices, options, choose)
  seen.choices = vim.tbl_map(options.format_item, choices)
  choose(choices[1], 1)
end
vim.lsp.buf.code_action()
wait('fix', function() return vim.bo.modified end)
wait('no diagnostics', function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd('silent write')

vim.lsp.stop_client(client)
wait('the end of the server', function() return seen.exit ~= nil end)
io.stdout:write(vim.fn.json_encode(seen) .. '\n')
vim.cmd('qall!')
